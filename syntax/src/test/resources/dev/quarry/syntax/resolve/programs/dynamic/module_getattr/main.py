import lazy

lazy.eager()
lazy.deferred()
