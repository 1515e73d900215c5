def greet():
    return "hello"


first = greet
second = first
third = fourth = second

first()
third()
fourth()
