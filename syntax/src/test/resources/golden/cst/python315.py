# python 3.15
lazy import a
lazy from . b import c
[ * a for a in b ]
{ ** a for a in b }
