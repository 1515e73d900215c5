"""Answers questions of Oracle.java, whose comment describes the protocol.

In a process of its own `serve()` speaks the protocol; where another program speaks it, that calls `answer`.
"""
import io
import sys
import warnings

script = {'__name__': 'script'}


def load(source):
    exec(compile(source, '<script>', 'exec'), script)
    return b''


def run(payload, program_length, *arguments):
    """Runs a program with a text as its standard input; answers with what it prints."""
    program, text = payload[:int(program_length)], payload[int(program_length):]
    state = sys.stdin, sys.stdout, sys.argv
    sys.argv = ['-c', *arguments]
    output = io.BytesIO()
    sys.stdin = io.TextIOWrapper(io.BytesIO(text), 'utf-8', 'surrogatepass', '\n')
    sys.stdout = io.TextIOWrapper(output, 'utf-8', 'surrogatepass', '\n', write_through=True)
    try:
        exec(compile(program, '<program>', 'exec', dont_inherit=True), {'__name__': '__main__'})
        sys.stdout.flush()
        return output.getvalue()
    finally:
        sys.stdin, sys.stdout, sys.argv = state


def answer(question, payload):
    """The status and the bytes of the answer."""
    name, *arguments = question.split(' ')
    try:
        function = {'load': load, 'run': run}.get(name) or script[name]
        result = function(payload, *arguments)
        return 0, result if isinstance(result, bytes) else result.encode('utf-8', 'surrogatepass')
    except Exception as error:
        return 1, f'{type(error).__name__}: {error}'.encode('utf-8', 'backslashreplace')


def serve():
    import os
    import threading

    questions = os.fdopen(os.dup(0), 'rb')
    answers = os.fdopen(os.dup(1), 'wb')
    # Whatever is printed must not mix with the answers.
    os.dup2(2, 1)

    def read():
        length = questions.read(4)
        if len(length) < 4:
            return None
        return questions.read(int.from_bytes(length, 'big'))

    def loop():
        while True:
            question = read()
            if question is None:
                break
            status, result = answer(question.decode(), read())
            answers.write(bytes([status]) + len(result).to_bytes(4, 'big') + result)
            answers.flush()

    # The parser of some releases is bounded by the stack.
    threading.stack_size(512 << 20)
    thread = threading.Thread(target=loop, daemon=True)
    thread.start()
    thread.join()


warnings.simplefilter('ignore')
if sys.platform != 'emscripten':
    serve()
