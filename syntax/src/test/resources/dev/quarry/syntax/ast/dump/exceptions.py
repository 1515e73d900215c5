try: pass
except A, B: pass
try: pass
except A, B, C,: pass
except D,: pass
except (E, F) as g: pass
except h.i, j(k), lambda: l, m if n else o: pass
except (p, q), r[s:t], u or v: pass
except: pass
else: pass
finally: pass
try: pass
except* A, B: pass
except *C, (D, E),: pass
except*F as g: pass
try: pass
except A, \
        B: pass
