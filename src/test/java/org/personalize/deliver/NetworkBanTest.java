package org.personalize.deliver;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NetworkBanTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<!DOCTYPE html><html><head><title>A</title>|<!DOCTYPE html><html><head>^<title>A</title>",
                "<HTML><HEAD lang='a'><p>|<HTML><HEAD lang='a'>^<p>",
                "<!--[if mso]><head><![endif]--><head><p>|<!--[if mso]><head><![endif]--><head>^<p>",
                "<!doctype html><header>no head</header>|<!doctype html>^<header>no head</header>",
                "<p>a fragment|^<p>a fragment",
            })
    void theBanIsTheFirstThingInTheHead(String html, String expected) {
        String[] parts = expected.split("\\^", -1);
        assertThat(NetworkBan.on(html))
                .startsWith(parts[0] + "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none';")
                .endsWith("\">" + parts[1])
                .hasSizeLessThan(html.length() + 250);
    }
}
