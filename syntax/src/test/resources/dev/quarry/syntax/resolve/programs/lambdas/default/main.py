def base():
    return 1


call = lambda function=base: function()
call()
call(lambda: 2)
