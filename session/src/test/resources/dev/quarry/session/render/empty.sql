SELECT 1 AS n, 'x' AS text WHERE false
