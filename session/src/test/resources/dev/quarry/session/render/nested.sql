SELECT ['a', NULL] AS list, MAP {'k': 'v'} AS map, {'bstart': 0, 'end': {'line0': 1}} AS span, 'x'::BLOB AS bytes,
       1 AS twice, 2 AS twice
