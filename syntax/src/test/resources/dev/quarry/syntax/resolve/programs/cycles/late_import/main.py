from order import Order

Order().price()
