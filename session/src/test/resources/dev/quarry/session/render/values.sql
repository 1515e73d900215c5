SELECT * FROM (VALUES
    (1, 'plain', 1.50, true, DATE '2026-01-02'),
    (NULL, '', NULL, NULL, NULL),
    (-20, 'comma, "quote"', 1000.25, false, NULL)) AS t(n, text, amount, flag, day)
