package org.personalize.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class OptOutWishTest {

    private static final String REPLY = """
            From: jo@shop.example
            To: news@acme.example
            In-Reply-To: <k3w2abc@acme.example>
            Subject: %s

            %s
            """;

    private static final String OURS = """

            On Mon, 2 Mar 2026 at 08:00, Acme <news@acme.example> wrote:
            > Spring is here.
            > Unsubscribe: https://acme.example/u/x
            """;

    private static Taken taken(String mail) {
        return Taken.of(mail.getBytes(StandardCharsets.UTF_8), null);
    }

    private static Taken reply(String subject, String text) {
        return taken(REPLY.formatted(subject, text));
    }

    @Test
    void aShortSentenceThatAsksForItIsAnOptOut() {
        for (String wish : List.of(
                "Please unsubscribe me",
                "Unsubscribe me please",
                "Please unsubscribe me from this list.",
                "Stop",
                "please stop!",
                "Stop sending me these emails",
                "Please take me off your mailing list",
                "I don't want any more emails",
                "Please do not email me again.",
                "No more mails please",
                "Bitte abmelden",
                "bitte melden Sie mich vom Newsletter ab.",
                "Ich möchte mich bitte von Ihrem Newsletter abmelden",
                "Bitte nehmen Sie mich aus dem Verteiler",
                "Bitte keine weiteren Mails",
                "Merci de me désabonner",
                "Je ne souhaite plus recevoir vos mails",
                "Por favor, quiero darme de baja",
                "No quiero recibir más correos",
                "Quero cancelar a minha assinatura",
                "Vorrei disiscrivermi",
                "Non voglio più ricevere",
                "Graag afmelden",
                "Schrijf mij uit",
                "Proszę mnie wypisać")) {
            assertThat(reply(wish, "").told()).as(wish).containsExactly("1 unsubscribe mail jo@shop.example");
            assertThat(reply("Re: Spring", "Hallo,\n" + wish + "\n\nJo\n" + OURS)
                            .told())
                    .as(wish)
                    .containsExactly("1 unsubscribe mail jo@shop.example");
        }
    }

    @Test
    void aPersonReadsWhatIsNotClear() {
        for (String text : List.of(
                "How do I unsubscribe?",
                "Please don't unsubscribe me",
                "Bitte nicht abmelden",
                "I already unsubscribed last week",
                "Please take me off the waiting list",
                "Nice tents.\nBy the way, I would like to unsubscribe.",
                "I have been a customer of yours for many years, but now I must ask you to unsubscribe me")) {
            Taken taken = reply("Re: Spring", text + "\n" + OURS);
            assertThat(taken.events()).as(text).isEmpty();
            assertThat(taken.account().unclear()).as(text).containsExactly(1L);
            assertThat(taken.account().records()).isEqualTo(1);
        }
        assertThat(reply("Re: Please unsubscribe me", "").account().unclearRecords())
                .as("the subject of an answer may be our own")
                .isEqualTo(1);
    }

    @Test
    void whatSomebodyQuotesIsNotTheirs() {
        for (String quoted : List.of(
                OURS,
                "-----Original Message-----\nUnsubscribe me please\n",
                "________________________________\nVon: Acme\nUnsubscribe me please\n",
                "Am 2. März 2026 um 08:00 schrieb Acme:\nBitte abmelden\n")) {
            Taken taken = reply("Re: Spring", "Nice tents!\n\n" + quoted);
            assertThat(taken.events()).as(quoted).isEmpty();
            assertThat(taken.account().unclear()).as(quoted).isEmpty();
        }
    }

    @Test
    void automaticAnswersAndStrangersAskForNothing() {
        Taken automatic = taken(
                "Auto-Submitted: auto-replied\n" + REPLY.formatted("Please unsubscribe me", "Please unsubscribe me"));
        assertThat(automatic.events()).isEmpty();
        assertThat(automatic.account().unclear()).isEmpty();
        Taken stranger = taken("From: jo@shop.example\nSubject: Re: Spring\n\nPlease unsubscribe me\n");
        assertThat(stranger.events()).isEmpty();
        assertThat(stranger.account().unclear()).isEmpty();
    }

    @Test
    void whoWantsMailIsNotTakenOff() {
        for (String text : List.of(
                "I don't want to miss these deals",
                "Ich bekomme keine Mails mehr",
                "I get no more emails from you",
                "Please stop by when you are in town",
                "Estoy de baja",
                "Can't stop looking at it")) {
            assertThat(reply("Re: Spring", text).events()).as(text).isEmpty();
        }
    }

    @Test
    void aPlainWishIsHeardInOtherScriptsToo() {
        for (String wish : List.of(
                "Отпишите меня, пожалуйста",
                "Прошу отписать меня от рассылки.",
                "Хочу отписаться от вашей рассылки",
                "Пожалуйста, больше не присылайте мне писем",
                "Удалите меня из рассылки!",
                "Не хочу больше получать ваши письма.",
                "Відпишіть мене, будь ласка",
                "Більше не надсилайте мені листів.",
                "请退订",
                "我想取消我的订阅",
                "請取消訂閱，謝謝。",
                "请不要再给我发邮件了",
                "你好，请帮我退订。",
                "配信停止をお願いします。",
                "メールの配信を停止してください",
                "もうメールを送らないでください。",
                "メルマガは不要です",
                "수신거부 부탁드립니다",
                "구독 취소해 주세요.",
                "더 이상 메일을 보내지 마세요",
                "הסר",
                "בבקשה הסירו אותי מרשימת התפוצה",
                "נא להסיר אותי, תודה",
                "אל תשלחו לי יותר מיילים")) {
            assertThat(reply("Re: Spring", wish + "\n" + OURS).told())
                    .as(wish)
                    .containsExactly("1 unsubscribe mail jo@shop.example");
        }
        assertThat(reply("Re: Spring", "Здравствуйте!\nОтпишите меня\n").told()).hasSize(1);
        assertThat(reply("Re: Spring", "こんにちは。配信停止を希望します。\n").told()).hasSize(1);
    }

    @Test
    void aPersonReadsWhatIsNotClearInOtherScripts() {
        for (String text : List.of(
                "Как отписаться?",
                "Не отписывайте меня",
                "Удалите меня из списка ожидания",
                "Не пишите мне по субботам",
                "Як відписатися?",
                "如何退订？",
                "请不要退订我",
                "配信停止の方法を教えてください",
                "配信を停止しないでください",
                "구독 취소는 어떻게 하나요?",
                "איך להסיר את עצמי?")) {
            Taken taken = reply("Re: Spring", text + "\n" + OURS);
            assertThat(taken.events()).as(text).isEmpty();
            assertThat(taken.account().unclear()).as(text).containsExactly(1L);
        }
    }

    @Test
    void aQuotationInOtherScriptsIsNotTheirs() {
        for (String quoted : List.of(
                "пн, 2 мар. 2026 г. в 08:00, Acme <news@acme.example>:\nОтписаться\n",
                "От: Acme\nОтписаться\n",
                "Acme <news@acme.example> 于2026年3月2日周一 08:00写道：\n退订\n",
                "发件人：Acme\n退订\n",
                "2026年3月2日(月) 8:00 Acme <news@acme.example>:\n配信停止\n",
                "보낸 사람: Acme\n수신거부\n",
                "מאת: Acme\nהסר\n")) {
            Taken taken = reply("Re: Spring", "👍\n\n" + quoted);
            assertThat(taken.events()).as(quoted).isEmpty();
            assertThat(taken.account().unclear()).as(quoted).isEmpty();
        }
    }
}
