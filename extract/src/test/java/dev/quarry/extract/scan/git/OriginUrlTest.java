package dev.quarry.extract.scan.git;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OriginUrlTest {
    @ParameterizedTest
    @CsvSource({
        "https://github.com/psf/requests.git, github.com/psf/requests",
        "https://github.com/psf/requests, github.com/psf/requests",
        "https://GitHub.com/Psf/Requests/, github.com/Psf/Requests",
        "https://user:p%40ss@github.com/psf/requests.git/, github.com/psf/requests",
        "http://host.example:8080/a/b/c.git, host.example/a/b/c",
        "ssh://git@github.com:22/psf/requests.git, github.com/psf/requests",
        "ssh://git@github.com/~me/requests, github.com/~me/requests",
        "git://github.com//psf/requests, github.com/psf/requests",
        "git+ssh://git@github.com/psf/requests, github.com/psf/requests",
        "git@github.com:psf/requests.git, github.com/psf/requests",
        "github.com:psf/requests, github.com/psf/requests",
        "git@[2001:db8::1]:psf/requests, [2001:db8::1]/psf/requests",
        "org-1@github.com:/psf/requests.git, github.com/psf/requests",
        "/srv/git/requests.git,",
        "../requests,",
        "C:/repos/requests,",
        "C:\\repos\\requests,",
        "file:///srv/git/requests.git,",
        "ext::sh -c touch% /tmp/x,",
        "https://github.com/,",
        "'',",
    })
    void namesHostOwnerAndName(String url, String id) {
        assertEquals(id, OriginUrl.reduce(url));
    }
}
