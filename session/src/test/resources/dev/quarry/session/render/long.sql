SELECT i AS n, repeat('abc ', 30) || i AS text, repeat('x', 100) AS other FROM range(7) t(i) ORDER BY i
