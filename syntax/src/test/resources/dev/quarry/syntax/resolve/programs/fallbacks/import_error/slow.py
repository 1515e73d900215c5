def dumps():
    return "slow"
