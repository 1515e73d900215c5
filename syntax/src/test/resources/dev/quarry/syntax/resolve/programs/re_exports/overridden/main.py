from facade import run

run()
