import front

front.save()
front.Loader().load()
