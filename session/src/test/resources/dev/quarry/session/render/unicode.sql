SELECT 'naïve' AS a, '日本語' AS "wide 列", 'line' || chr(10) || 'break' AS b, chr(27) || '[2J' AS escape,
       'e' || chr(769) AS combining, chr(8238) || 'txt' AS reversed
