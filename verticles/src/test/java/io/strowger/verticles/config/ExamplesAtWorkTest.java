package io.strowger.verticles.config;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The organizations of conf/examples at work: what their comments say is what the router does. */
class ExamplesAtWorkTest {
    private static final String MONDAY_MORNING = "2027-03-01T10:00:00Z";

    @Test
    void shopShouldTakeAChatAtNightAsMail() {
        ExampleCentre shop = ExampleCentre.of("shop", "2027-03-01T22:00:00Z");

        long chat = shop.write("a", "web-chat", "Wo ist mein Paket?");
        shop.logIn("cleo");

        assertThat(shop.of(chat).queue).isEqualTo("mail");
        assertThat(shop.of(chat).state).isEqualTo("with cleo");
    }

    @Test
    void shopShouldCountItsPromiseInOpeningHours() {
        ExampleCentre shop = ExampleCentre.of("shop", "2027-03-05T16:00:00Z");

        long fridaysMail = shop.write("a", "email", "Please send me the invoice of my last order.");
        shop.pass("67h59m");
        assertThat(shop.of(fridaysMail).broken).as("on Monday before 13:00").isEmpty();
        shop.pass("1m");

        assertThat(shop.of(fridaysMail).broken).containsExactly("first-response");
    }

    @Test
    void shopShouldTakeACustomerFirstWhoLosesPatience() {
        ExampleCentre shop = ExampleCentre.of("shop", MONDAY_MORNING);
        long patient = shop.write("a", "web-chat", "Hello, when will my parcel arrive?");
        long angry = shop.write("b", "web-chat", "Hello, when will my parcel arrive?");

        shop.write("b", "web-chat", "This is terrible service, I am so disappointed and angry with you.");

        assertThat(shop.of(angry).priority).isEqualTo(95);
        assertThat(shop.of(patient).priority).isEqualTo(50);
        assertThat(shop.of(angry).requested).containsExactly("notify: A waiting customer gets angry");
    }

    @Test
    void shopShouldSayWhenAChatWillWaitLong() {
        ExampleCentre shop = ExampleCentre.of("shop", MONDAY_MORNING);
        shop.logIn("dan");
        long twentyMinutes = shop.write("a", "web-chat", "Where is my parcel?");
        shop.accept("dan", twentyMinutes);
        shop.pass("20m");
        shop.complete("dan", twentyMinutes);
        shop.accept("dan", shop.write("b", "web-chat", "Where is my parcel?"));
        shop.accept("dan", shop.write("c", "web-chat", "Where is my parcel?"));

        long first = shop.write("d", "web-chat", "Where is my parcel?");
        long second = shop.write("e", "web-chat", "Where is my parcel?");

        assertThat(shop.of(first).requested).as("ten minutes to wait").isEmpty();
        assertThat(shop.of(second).requested)
                .as("twenty")
                .singleElement()
                .asString()
                .startsWith("auto-reply: ");
    }

    @Test
    void bankShouldAskTheLessTrainedFiveMinutesBeforeARequestIsLate() {
        ExampleCentre bank = ExampleCentre.of("bank", MONDAY_MORNING);
        bank.logIn("luis");
        long payment = bank.write("a", "app-chat", "My payment was declined, why?");

        bank.pass("9m59s");
        assertThat(bank.of(payment).asked()).isEmpty();
        bank.pass("1s");

        assertThat(bank.of(payment).asked()).containsExactly("luis");
        assertThat(bank.of(payment).requested).containsExactly("notify: A request about cards is nearly late");
        bank.accept("luis", payment);
        bank.pass("1h");
        assertThat(bank.of(payment).broken).as("nobody answered").containsExactly("first-response");
    }

    @Test
    void bankShouldSetPaymentsAsideOverEasterButNotFraud() {
        ExampleCentre bank = ExampleCentre.of("bank", "2027-03-26T10:00:00Z");
        bank.logIn("freya", "georg", "hana");

        long payment = bank.write("a", "app-chat", "My payment was declined, why?");
        long fraud = bank.write("b", "app-chat", "Someone hacked my account and changed my password");

        assertThat(bank.of(fraud).asked()).containsExactly("freya", "georg");
        assertThat(bank.of(payment).state).isEqualTo("parked");
        bank.pass("91h59m");
        assertThat(bank.of(payment).state).as("Tuesday, 07:59 in summer time").isEqualTo("parked");
        bank.pass("1m");
        assertThat(bank.of(payment).asked()).containsExactly("hana");
        assertThat(bank.of(payment).broken).isEmpty();
    }

    @Test
    void bankShouldLetPrivateCustomersWaitForTheirAdviserFirst() {
        ExampleCentre bank = ExampleCentre.of("bank", MONDAY_MORNING);
        bank.logIn("hana", "jon");

        long mine = bank.writeAs("private", "a", "secure-mail", "How can I change my address?", "adviser", "jon");
        long anybodys = bank.write("b", "secure-mail", "How can I change my address?", "adviser", "jon");
        assertThat(bank.of(mine).asked()).containsExactly("jon");
        assertThat(bank.of(anybodys).asked()).containsExactly("hana");
        bank.decline("jon", mine);

        assertThat(bank.of(mine).asked()).containsExactly("hana");
    }

    @Test
    void bankShouldKeepAdvisersFromComplaintsAboutThem() {
        ExampleCentre bank = ExampleCentre.of("bank", MONDAY_MORNING);
        bank.logIn("jon");

        long complaint = bank.write(
                "a", "secure-mail", "I want to make a complaint about the way I was treated.", "adviser", "jon");
        bank.pass("1h");
        assertThat(bank.of(complaint).asked()).isEmpty();
        bank.logIn("kaya");

        assertThat(bank.of(complaint).asked()).containsExactly("kaya");
    }

    @Test
    void bankShouldSayThatNobodyTakesFraudReports() {
        ExampleCentre bank = ExampleCentre.of("bank", MONDAY_MORNING);
        bank.logIn("hana");

        long fraud = bank.write("a", "app-chat", "Someone hacked my account and changed my password");

        assertThat(bank.of(fraud).requested).containsExactly("notify: Nobody is there who may take fraud reports");
    }

    @Test
    void telephonyShouldListCallsAfterHoursForWhoeverHasTime() {
        ExampleCentre centre = ExampleCentre.of("telephony", "2027-03-01T20:00:00Z");
        centre.logIn("mara");

        long call = centre.write("a", "phone", "(call)");
        assertThat(centre.of(call).queue).isEqualTo("callbacks");
        centre.pass("10h");
        assertThat(centre.of(call).state).as("nobody is rung").isEqualTo("waiting");

        assertThat(centre.pickFrom("callbacks", "mara")).isEqualTo(call);
        assertThat(centre.of(call).state).isEqualTo("with mara");
    }

    @Test
    void telephonyShouldLeadBuyersOn() {
        ExampleCentre centre = ExampleCentre.of("telephony", MONDAY_MORNING);
        long nobodySells = centre.write("a", "phone", "(call)", "dialled", "200");
        assertThat(centre.of(nobodySells).queue).isEqualTo("main-line");
        centre.logIn("quinn");
        centre.pass("30s");
        assertThat(centre.of(nobodySells).state).isEqualTo("with quinn");

        long second = centre.write("b", "phone", "(call)", "dialled", "200");
        assertThat(centre.of(second).queue).isEqualTo("sales");
        centre.pass("1m");
        assertThat(centre.of(second).queue).isEqualTo("main-line");
        assertThat(centre.of(second).priority).isEqualTo(60);
        centre.pass("2m");
        assertThat(centre.of(second).queue).isEqualTo("callbacks");
    }

    @Test
    void telephonyShouldOfferToCallBackWhoeverWaitsTooLong() {
        ExampleCentre centre = ExampleCentre.of("telephony", MONDAY_MORNING);
        long first = 0;
        for (int i = 0; i < 8; i++) {
            first = centre.write("c" + i, "phone", "(call)");
        }
        assertThat(centre.of(first).requested).isEmpty();
        long ninth = centre.write("ninth", "phone", "(call)");
        assertThat(centre.of(ninth).requested).singleElement().asString().startsWith("auto-reply: ");

        centre.pass("5m");

        assertThat(centre.of(ninth).requested).contains("callback");
        assertThat(centre.of(ninth).priority).isEqualTo(80);
        assertThat(centre.of(ninth).broken).containsExactly("time-to-assign");
    }

    @Test
    void telephonyShouldCallBackTheFortyFirst() {
        ExampleCentre centre = ExampleCentre.of("telephony", MONDAY_MORNING);
        for (int i = 0; i < 40; i++) {
            centre.write("c" + i, "phone", "(call)");
        }

        assertThat(centre.of(centre.write("one more", "phone", "(call)")).queue).isEqualTo("callbacks");
    }

    @Test
    void softwareShouldKeepTheGermanExpertForTheGermanQuestion() {
        ExampleCentre support = ExampleCentre.of("software", MONDAY_MORNING);
        support.logIn("bea", "chloe");

        long english = support.write("a", "in-app", "The app crashes sometimes when I open a file");
        long german = support.write("b", "in-app", "Die App stürzt manchmal ab, wenn ich eine Datei öffne");
        assertThat(support.of(english).asked())
                .as("Bea would be the better expert")
                .isEmpty();
        support.pass("1s");

        assertThat(support.of(english).asked()).containsExactly("chloe");
        assertThat(support.of(german).asked()).containsExactly("bea");
    }

    @Test
    void softwareShouldKeepExpertsFromPasswordsForTwoMinutes() {
        ExampleCentre support = ExampleCentre.of("software", MONDAY_MORNING);
        support.logIn("chloe");

        long password = support.write("a", "email", "I forgot my password, how can I recover it?");
        support.pass("1m59s");
        assertThat(support.of(password).asked()).isEmpty();
        support.pass("1s");
        assertThat(support.of(password).asked()).containsExactly("chloe");

        support.logIn("emil");
        long another = support.write("b", "email", "I forgot my password, how can I recover it?");
        assertThat(support.of(another).asked()).containsExactly("emil");
    }

    @Test
    void softwareShouldHaveSomebodyLookAtAQuestionThatThreeExpertsDeclined() {
        ExampleCentre support = ExampleCentre.of("software", MONDAY_MORNING);
        support.logIn("amir", "bea", "dora");
        long question = support.write("a", "in-app", "The app crashes sometimes when I open a file");

        for (String expert : new String[] {"amir", "bea", "dora"}) {
            support.pass("1s");
            assertThat(support.of(question).requested).isEmpty();
            support.decline(expert, question);
        }

        assertThat(support.of(question).requested)
                .containsExactly("human-review: Three experts have not taken this question");
    }

    @Test
    void softwareShouldSetQuestionsAsideInTheEvening() {
        ExampleCentre support = ExampleCentre.of("software", "2027-03-01T18:50:00Z");
        long question = support.write("a", "in-app", "The app crashes sometimes when I open a file");

        support.pass("10m");
        assertThat(support.of(question).state).isEqualTo("parked");
        support.pass("13h");

        assertThat(support.of(question).state).isEqualTo("waiting");
        assertThat(support.of(question).broken).isEmpty();
    }

    @Test
    void publicServiceShouldServeWhoWroteBeforeItOpenedFirst() {
        ExampleCentre service = ExampleCentre.of("public-service", "2027-03-01T05:00:00Z");
        long first = service.write("a", "counter-chat", "When is the office open?");
        long second = service.write("b", "counter-chat", "When is the office open?");
        assertThat(service.of(first).state).isEqualTo("parked");
        service.pass("2h");
        long later = service.write("c", "counter-chat", "When is the office open?");

        service.logIn("desk-1");

        assertThat(service.of(first).asked()).containsExactly("desk-1");
        assertThat(service.of(second).asked()).containsExactly("desk-1");
        assertThat(service.of(later).asked()).as("a desk talks with two").isEmpty();
    }

    @Test
    void publicServiceShouldNotHaveAnAppealDecidedByWhoDecided() {
        ExampleCentre service = ExampleCentre.of("public-service", MONDAY_MORNING);
        service.logIn("law-2");

        long appeal = service.write(
                "a", "web-form", "I appeal against the decision.", "form", "appeal", "decidedBy", "law-2");
        service.pass("1h");
        assertThat(service.of(appeal).asked()).isEmpty();
        service.logIn("law-1");

        assertThat(service.of(appeal).asked()).containsExactly("law-1");
    }

    @Test
    void publicServiceShouldWarnFiveDaysBeforeTheDeadlineByLaw() {
        ExampleCentre service = ExampleCentre.of("public-service", MONDAY_MORNING);
        long request = service.write("a", "web-form", "I want a copy of all my personal data");

        service.pass("599h");
        assertThat(service.of(request).requested).isEmpty();
        service.pass("1h");
        assertThat(service.of(request).requested).hasSize(1);
        service.pass("120h");

        assertThat(service.of(request).broken).containsExactly("resolution");
    }
}
