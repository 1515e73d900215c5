def parse_json():
    return {}


def parse_text():
    return ""


class Parser:
    default = staticmethod(parse_text)
    formats = {"json": parse_json}

    def parse(self, name):
        return self.formats[name]()


Parser.default()
Parser().parse("json")
