package org.personalize.sample;

import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * Eighteen months of one person. Mail is noticed only when the person looks: on every day they look in a few times, at
 * moments of their rhythm, and a mail that was passed over is less likely to be opened the next time.
 */
final class Life {

    private static final int DAYS_A_MAIL_IS_SEEN = 3;
    private static final double PASSED_OVER = 0.7;
    private static final double LOOKS_A_DAY = 2.2;
    private static final int MOST_VIEWS = 5;

    private final Person person;
    private final Shop shop;
    private final Dice dice;
    private final List<Happening> happenings = new ArrayList<>();
    private final String device;
    private LocalDate gone = LocalDate.MAX;
    private int orders;

    private Life(Person person, Shop shop, Dice dice) {
        this.person = person;
        this.shop = shop;
        this.dice = dice;
        this.device = dice.chance(0.6) ? "phone" : "desktop";
    }

    static List<Happening> of(Person person, Shop shop, Post post, Dice dice) {
        Life life = new Life(person, shop, dice);
        life.readMail(post);
        life.visitShop();
        return life.happenings;
    }

    private void readMail(Post post) {
        int leavesAfter = dice.below(post.mailings().size());
        for (int number = 0; number < post.mailings().size(); number++) {
            Mailing mailing = post.mailings().get(number);
            if (mailing.day().isBefore(person.signedUpOn()) || mailing.day().isAfter(gone)) {
                continue;
            }
            ZonedDateTime sent = ZonedDateTime.of(mailing.day(), Post.hour(dice), person.zone());
            record("sent", sent, "", mailing.campaign(), "");
            boolean isLast = number >= leavesAfter && person.fate() != Person.Fate.STAYS;
            if (isLast && person.fate() == Person.Fate.BOUNCES) {
                bounce(sent, mailing);
                continue;
            }
            receive(mailing, sent);
            if (isLast) {
                leave(mailing, sent);
            }
        }
    }

    private void bounce(ZonedDateTime sent, Mailing mailing) {
        boolean isHard = dice.chance(0.6);
        Happening bounce =
                Happening.of(person, "bounce", sent.plusSeconds(2 + dice.below(90)), "", mailing.campaign(), "");
        happenings.add(bounce.withKind(isHard ? "hard" : "soft"));
        if (isHard) {
            gone = mailing.day();
        }
    }

    private void leave(Mailing mailing, ZonedDateTime sent) {
        String event = person.fate() == Person.Fate.COMPLAINS ? "complaint" : "unsubscribe";
        record(event, sent.plusMinutes(20 + dice.below(900)), "", mailing.campaign(), device);
        gone = mailing.day();
    }

    private void receive(Mailing mailing, ZonedDateTime sent) {
        if (person.opensByProxy()) {
            record("open", sent.plusSeconds(1 + dice.below(8)), "", mailing.campaign(), "proxy");
        }
        if (person.scansLinks()) {
            ZonedDateTime at = sent.plusSeconds(2 + dice.below(3));
            mailing.goods().forEach(good -> record("click", at, good.id(), mailing.campaign(), "scanner"));
        }
        double chance = person.mailInterest() * mailing.pull();
        for (ZonedDateTime look : looks(sent)) {
            if (dice.chance(StrictMath.min(0.95, chance))) {
                open(mailing, look);
                return;
            }
            chance *= PASSED_OVER;
        }
    }

    private List<ZonedDateTime> looks(ZonedDateTime sent) {
        List<ZonedDateTime> looks = new ArrayList<>();
        for (int day = 0; day <= DAYS_A_MAIL_IS_SEEN; day++) {
            LocalDate date = sent.toLocalDate().plusDays(day);
            double lively = isWeekend(date) ? person.rhythm().weekend : 1;
            for (int i = dice.poisson(LOOKS_A_DAY * lively); i > 0; i--) {
                ZonedDateTime look = moment(date);
                if (look.isAfter(sent) && look.isBefore(sent.plusDays(DAYS_A_MAIL_IS_SEEN))) {
                    looks.add(look);
                }
            }
        }
        looks.sort(ZonedDateTime::compareTo);
        return looks;
    }

    private void open(Mailing mailing, ZonedDateTime at) {
        record("open", at, "", mailing.campaign(), device);
        ZonedDateTime click = at;
        for (Good good : mailing.goods()) {
            double wanted = person.tastes()[good.category().ordinal()] * 0.5 * StrictMath.min(1.6, good.appeal());
            if (dice.chance(StrictMath.min(0.6, wanted))) {
                click = click.plusSeconds(15 + dice.below(100));
                record("click", click, good.id(), mailing.campaign(), device);
                look(good, click, mailing.campaign(), 0.12);
            }
        }
    }

    private void visitShop() {
        LocalDate from = person.signedUpOn().isAfter(Post.FROM) ? person.signedUpOn() : Post.FROM;
        for (LocalDate day = from; day.isBefore(Post.TO); day = day.plusDays(1)) {
            double lively = isWeekend(day) ? 0.7 + person.rhythm().weekend : 1;
            if (dice.chance(person.visitsPerMonth() / 30 * lively)) {
                visit(moment(day));
            }
        }
    }

    private void visit(ZonedDateTime start) {
        ZonedDateTime at = start;
        for (int i = 1 + dice.below(MOST_VIEWS); i > 0; i--) {
            look(choose(at.getMonthValue()), at, "", 0.16);
            at = at.plusSeconds(30 + dice.below(240));
        }
    }

    /** By taste and season first, then by how much the thing draws. */
    private Good choose(int month) {
        double[] weights = new double[Category.values().length];
        for (Category category : Category.values()) {
            weights[category.ordinal()] = person.tastes()[category.ordinal()] * category.season(month);
        }
        List<Good> shelf = shop.of(Category.values()[dice.weighted(weights)]);
        return shelf.get(dice.weighted(shelf.stream().mapToDouble(this::draw).toArray()));
    }

    /** Everybody is drawn a little to the things whose tags they share; which tags is the person's own. */
    private double draw(Good good) {
        int own = Math.floorMod(person.id().hashCode(), good.tags().size() + 2);
        return good.appeal() * (own < good.tags().size() ? 1.6 : 1) * (good.isInStock() ? 1 : 0.5);
    }

    private void look(Good good, ZonedDateTime at, String campaign, double cartChance) {
        record("view", at.plusSeconds(2), good.id(), campaign, device);
        if (good.isStory() || !good.isInStock() || !dice.chance(cartChance * (good.salePrice() > 0 ? 1.3 : 1))) {
            return;
        }
        record("cart", at.plusSeconds(40 + dice.below(200)), good.id(), campaign, device);
        if (dice.chance(0.5)) {
            buy(good, at.plusSeconds(300 + dice.below(900)), campaign);
        }
    }

    private void buy(Good good, ZonedDateTime at, String campaign) {
        String order = person.id() + "-" + (++orders);
        purchase(good, at, campaign, order);
        companion(good).ifPresent(other -> purchase(other, at, campaign, order));
        if (dice.chance(0.05)) {
            ZonedDateTime back = at.plusDays(3 + dice.below(12));
            if (back.toLocalDate().isBefore(Post.TO)) {
                Happening refund = Happening.of(person, "refund", back, good.id(), "", "");
                happenings.add(refund.ordered(order, 1, -good.pays()));
            }
        } else if (dice.chance(0.2)) {
            rate(good, at.plusDays(6 + dice.below(20)));
        }
    }

    private void purchase(Good good, ZonedDateTime at, String campaign, String order) {
        int quantity = good.price() < 6000 && dice.chance(0.2) ? 2 : 1;
        Happening purchase = Happening.of(person, "purchase", at, good.id(), campaign, device);
        happenings.add(purchase.ordered(order, quantity, (long) good.pays() * quantity));
    }

    /** A quarter of the orders hold a second thing, often what goes with the first: a mat with a bag, a mug with a stove. */
    private java.util.Optional<Good> companion(Good good) {
        if (!dice.chance(0.25)) {
            return java.util.Optional.empty();
        }
        Category next = switch (good.category()) {
            case TENT -> Category.SLEEPING;
            case SLEEPING -> Category.TENT;
            case PACK -> Category.KITCHEN;
            case BOOT -> Category.JACKET;
            case JACKET -> Category.BOOT;
            case KITCHEN, CLIMBING, STORY -> good.category();
        };
        List<Good> shelf = shop.of(next).stream()
                .filter(other -> other.isInStock() && !other.isStory() && !other.equals(good))
                .toList();
        return shelf.isEmpty()
                ? java.util.Optional.empty()
                : java.util.Optional.of(shelf.get(
                        dice.weighted(shelf.stream().mapToDouble(this::draw).toArray())));
    }

    private void rate(Good good, ZonedDateTime at) {
        if (at.toLocalDate().isBefore(Post.TO)) {
            int stars = 1 + dice.weighted(new double[] {0.03, 0.05, 0.12, 0.35, 0.45});
            happenings.add(
                    Happening.of(person, "rating", at, good.id(), "", device).ordered("", 0, stars * 100L));
        }
    }

    private ZonedDateTime moment(LocalDate day) {
        double hours = person.rhythm().moment(dice, isWeekend(day), person.shift());
        return day.atStartOfDay(person.zone()).plus((long) (hours * 3600), ChronoUnit.SECONDS);
    }

    private void record(String event, ZonedDateTime at, String item, String campaign, String device) {
        happenings.add(Happening.of(person, event, at, item, campaign, device));
    }

    private static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek().getValue() >= 6;
    }
}
