from shapes.round import Circle


circle = Circle()
circle.describe()
circle.area()
