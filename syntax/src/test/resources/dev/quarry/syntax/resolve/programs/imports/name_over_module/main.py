from pack import task

task()
