a = 1; b += 2; import c as d
