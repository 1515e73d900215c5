'a' "b" f'c' rb'd'
f'{a}{b!r}{c:>{width}.{precision}}{d=!s:x}{e=}'
f'a{{b}}{f"{g}"}'
f'{yield_}{*a, b}{lambda_}'
f'{x:%H:%M}'
f'''{
    a + b
}'''
f'{a:{b:{c}}}'
