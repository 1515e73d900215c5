def yes():
    return True


def no():
    return False


flag = len("a") == 1
(yes if flag else no)()
answer = no if flag else yes
answer()
