class Node:
    def visit(self):
        return 1


nodes = [Node(), Node()]
nodes[0].visit()
by_name = {"a": Node()}
by_name["a"].visit()
for key, node in by_name.items():
    node.visit()
