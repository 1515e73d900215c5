class Machine:
    def start(self):
        return "on"

    def stop(self):
        return "off"

    begin = start


machine = Machine()
action = machine.start
action()
machine.begin()
Machine.stop(machine)
