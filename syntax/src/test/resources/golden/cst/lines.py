# header

# of the file
x  # trailing

# leading
if a: # header of the block

    y

    # same
  # between

 # less
z
class A:

    def f(self): pass

    # tail of the class


    # more of it

# of the next statement
while 1:
    while 2:
        pass
        # inner
    # outer
    else:
        pass
    # tail
else: pass ;
w = \
    1 \

# footer
