def install():
    global installed

    def installed():
        return 1


install()
installed()
