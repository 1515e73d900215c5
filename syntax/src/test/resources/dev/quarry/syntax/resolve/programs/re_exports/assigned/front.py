import back

save = back.write
Loader = back.Reader
