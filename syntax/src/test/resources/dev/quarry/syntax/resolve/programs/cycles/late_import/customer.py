from order import Order


class Customer:
    def discount(self, order: Order):
        return order.base() - 1
