class Disk:
    def spin(self):
        return 1


class Fan:
    def spin(self):
        return 2


disk, fan = Disk(), Fan()
disk.spin()
fan.spin()
[other] = [Fan()]
other.spin()
