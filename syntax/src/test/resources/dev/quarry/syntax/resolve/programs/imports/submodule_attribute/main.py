import pack

pack.entry()
pack.deep.inside()
