package org.loyalty4j.cli.report;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.loyalty4j.Estimate;
import org.loyalty4j.LocalizedText;
import org.loyalty4j.Proportion;

/**
 * Everything the report shows, as plain numbers: the contract between the calculation and the page.
 *
 * <p>Money observed is exact; money estimated is a {@code double}. What could not be computed, since its input was not given, is an
 * empty {@code Optional}, and the report then says what is missing and how to provide it.
 *
 * @param scope what was analysed
 * @param keyFigures the totals
 * @param heatMap value by recency and frequency score
 * @param segments the RFM segments, best first
 * @param concentration how unevenly revenue is spread over buyers; empty without any revenue
 * @param quadrants behaviour against attitude; empty without surveys
 * @param nps the Net Promoter Score; empty without answers
 * @param recencyDays how many buyers bought last how many days ago
 * @param frequency how many buyers bought how often
 * @param silence the share of buyers silent for longer than some numbers of days, in ascending order of days
 * @param contract churn of customers with leave dates; empty without them
 * @param value value by formula; empty without a horizon or a discount rate
 * @param outlook what a model says of the time to come; empty if no model was wanted
 * @param churn who stays, who leaves and what that costs
 * @param survey what the answers say beyond the one score
 * @param movement how customers moved between the quadrants; empty without an earlier date or without surveys
 * @param nextActions what to do next by quadrant and segment, the most important first
 * @param data what became of every row that was read
 */
public record ReportModel(
        Scope scope,
        KeyFigures keyFigures,
        HeatMap heatMap,
        List<Segment> segments,
        Optional<Concentration> concentration,
        Optional<Quadrants> quadrants,
        Optional<Nps> nps,
        Histogram recencyDays,
        Histogram frequency,
        List<Silence> silence,
        Optional<Contract> contract,
        Optional<Value> value,
        Optional<Outlook> outlook,
        ChurnModel churn,
        SurveyModel survey,
        Optional<MovementModel> movement,
        List<NextAction> nextActions,
        DataQuality data) {

    public ReportModel {
        nextActions = List.copyOf(nextActions);
        segments = List.copyOf(segments);
        silence = List.copyOf(silence);
    }

    /**
     * What was analysed.
     *
     * @param asOf the end of the observation
     * @param period the days from the first to the last purchase used; empty without purchases
     * @param sources the names of the input files
     * @param currency the label of amounts, such as {@code EUR}; empty if none was given
     * @param moneyDigits the decimals of amounts: 2 for euros, 0 for yen
     * @param confidence the confidence of the intervals made from counts, in (0, 1)
     */
    public record Scope(
            LocalDate asOf,
            Optional<Period> period,
            List<String> sources,
            String currency,
            int moneyDigits,
            double confidence) {
        public Scope {
            sources = List.copyOf(sources);
        }
    }

    /**
     * A span of days.
     *
     * @param first the first day
     * @param last the last day, included
     */
    public record Period(LocalDate first, LocalDate last) {}

    /**
     * The totals.
     *
     * @param customers all customers, with or without a purchase
     * @param orders purchase occasions
     * @param revenue the sum of all amounts, refunds taken off
     * @param repeatBuyers buyers with two occasions or more, of all buyers
     */
    public record KeyFigures(long customers, long orders, BigDecimal revenue, Proportion repeatBuyers) {
        /**
         * Customers with at least one occasion.
         *
         * @return how many
         */
        public long buyers() {
            return repeatBuyers.trials();
        }
    }

    /**
     * Value by recency and frequency score. Cells without customers may be left out.
     *
     * @param recencyBins the best recency score, in [2, 10]
     * @param frequencyBins the best frequency score, in [2, 10]
     * @param cells the cells
     */
    public record HeatMap(int recencyBins, int frequencyBins, List<HeatCell> cells) {
        public HeatMap {
            cells = List.copyOf(cells);
        }
    }

    /**
     * The customers with one recency and one frequency score.
     *
     * @param recencyScore the recency score, from 1
     * @param frequencyScore the frequency score, from 1
     * @param customers how many there are
     * @param revenue what they brought
     */
    public record HeatCell(int recencyScore, int frequencyScore, long customers, BigDecimal revenue) {}

    /**
     * One RFM segment.
     *
     * @param name its name
     * @param slipping whether it holds good customers who have gone quiet (At Risk, Can't Lose Them)
     * @param customers how many there are
     * @param orders their occasions
     * @param revenue what they brought
     * @param medianRecencyDays the median of days since the last purchase; empty for an empty segment
     * @param medianFrequency the median of occasions; empty for an empty segment
     * @param medianMonetary the median of the monetary value; empty for an empty segment
     */
    public record Segment(
            LocalizedText name,
            boolean slipping,
            long customers,
            long orders,
            BigDecimal revenue,
            OptionalDouble medianRecencyDays,
            OptionalDouble medianFrequency,
            OptionalDouble medianMonetary) {}

    /**
     * How unevenly revenue is spread.
     *
     * @param gini the Gini coefficient
     * @param topFraction the fraction of buyers called the top, such as 0.2, in (0, 1)
     * @param topCustomers how many buyers that is
     * @param topShare their share of revenue
     * @param lorenz points of the Lorenz curve, from (0, 0) to (1, 1)
     * @param deciles the tenths of buyers, the best first; fewer than ten if there are fewer buyers
     */
    public record Concentration(
            double gini,
            double topFraction,
            long topCustomers,
            double topShare,
            List<LorenzPoint> lorenz,
            List<Decile> deciles) {
        public Concentration {
            lorenz = List.copyOf(lorenz);
            deciles = List.copyOf(deciles);
        }
    }

    /**
     * A point of the Lorenz curve: the given share of buyers, those with the least revenue first, brings that share of revenue.
     *
     * @param customers the share of buyers, in [0, 1]
     * @param revenue their share of revenue
     */
    public record LorenzPoint(double customers, double revenue) {}

    /**
     * A tenth of the buyers.
     *
     * @param number its number: 1 holds those who bring most
     * @param customers how many there are
     * @param revenue what they brought
     */
    public record Decile(int number, long customers, BigDecimal revenue) {}

    /** Where a customer stands: behaviour against attitude. */
    public enum QuadrantKind {
        /** Buys and likes. */
        TRUE,
        /** Likes, and hardly buys: a latent fan. */
        LATENT,
        /** Buys, and does not like: a captive. */
        SPURIOUS,
        /** Neither buys nor likes. */
        NONE,
        /** Has not said. */
        UNKNOWN
    }

    /**
     * Behaviour against attitude.
     *
     * @param behaviourCut where low behaviour ends and high begins, in [0, 100]
     * @param attitudeCut where low attitude ends and high begins, in [0, 100]
     * @param quadrants the quadrants, {@code UNKNOWN} included, in the order to show
     * @param outlooks what is estimated of each of them, in the same order; none where nothing is
     * @param points where customers of known attitude stand: all of them, or a sample
     * @param located how many customers have a known attitude
     */
    public record Quadrants(
            double behaviourCut,
            double attitudeCut,
            List<Quadrant> quadrants,
            List<QuadrantOutlook> outlooks,
            List<Point> points,
            long located) {
        public Quadrants {
            quadrants = List.copyOf(quadrants);
            outlooks = List.copyOf(outlooks);
            points = List.copyOf(points);
        }
    }

    /**
     * What is estimated of a quadrant.
     *
     * @param name its name
     * @param shareOfBase its share of the whole base, weighted up from those who answered; empty for the unknown attitude
     * @param spend the mean spend so far of its customers
     * @param residualValue the mean value still to come of its buyers; empty without values
     * @param noPurchase the mean chance of its buyers not to buy within the horizon; empty without a forecast
     */
    public record QuadrantOutlook(
            LocalizedText name,
            Optional<Estimate> shareOfBase,
            Optional<Estimate> spend,
            Optional<Estimate> residualValue,
            Optional<Estimate> noPurchase) {}

    /**
     * One quadrant.
     *
     * @param kind which one
     * @param name its name
     * @param customers its customers, of all customers
     * @param revenue what they brought
     * @param nps their own Net Promoter Score; empty without answers
     * @param actions what to do, from the playbook
     */
    public record Quadrant(
            QuadrantKind kind,
            LocalizedText name,
            Proportion customers,
            BigDecimal revenue,
            Optional<Estimate> nps,
            List<LocalizedText> actions) {
        public Quadrant {
            actions = List.copyOf(actions);
        }
    }

    /**
     * Where one customer stands.
     *
     * @param behaviour the behaviour, in [0, 100]
     * @param attitude the attitude, in [0, 100]
     * @param kind the quadrant
     */
    public record Point(double behaviour, double attitude, QuadrantKind kind) {}

    /**
     * The Net Promoter Score.
     *
     * @param score the score with its interval, in [-100, 100]
     * @param detractors answers from 0 to 6
     * @param passives answers of 7 and 8
     * @param promoters answers of 9 and 10
     * @param answers how often each answer from 0 to 10 was given: eleven counts
     * @param answered customers whose answer counts, of all customers
     */
    public record Nps(
            Estimate score, long detractors, long passives, long promoters, List<Long> answers, Proportion answered) {
        public Nps {
            answers = List.copyOf(answers);
            if (answers.size() != 11) {
                throw new IllegalArgumentException("answers must hold 11 counts, but was " + answers.size());
            }
        }

        /**
         * All answers.
         *
         * @return how many
         */
        public long total() {
            return detractors + passives + promoters;
        }
    }

    /**
     * How customers are spread over whole numbers.
     *
     * @param bins the bins, in ascending order
     * @param median the median; empty without customers
     */
    public record Histogram(List<Bin> bins, OptionalDouble median) {
        public Histogram {
            bins = List.copyOf(bins);
        }
    }

    /**
     * One bin of a histogram.
     *
     * @param from the lowest number in it
     * @param to the highest number in it; empty for "and more"
     * @param customers how many customers it holds
     */
    public record Bin(long from, OptionalLong to, long customers) {}

    /**
     * Buyers who have not bought for longer than some days.
     *
     * @param days how many days
     * @param silent those silent for longer, of all buyers
     */
    public record Silence(long days, Proportion silent) {}

    /**
     * Churn of customers who say when they leave.
     *
     * @param period the days looked at
     * @param rates the churn rate, once per denominator
     */
    public record Contract(Period period, List<ChurnRate> rates) {
        public Contract {
            rates = List.copyOf(rates);
        }
    }

    /**
     * A churn rate by one denominator.
     *
     * @param denominator what the rate is divided by, such as "customers at the start"
     * @param leavers the numerator
     * @param base the denominator's size
     * @param rate the rate with its interval; empty if the denominator is zero
     */
    public record ChurnRate(LocalizedText denominator, double leavers, double base, Optional<Estimate> rate) {}

    /**
     * Value by formula.
     *
     * @param measures the values, the main one first; at least one
     * @param inputs what they were computed from
     */
    public record Value(List<ValueMeasure> measures, List<ValueInput> inputs) {
        public Value {
            measures = List.copyOf(measures);
            inputs = List.copyOf(inputs);
            if (measures.isEmpty()) {
                throw new IllegalArgumentException("measures must not be empty");
            }
        }
    }

    /**
     * One value.
     *
     * @param name its name
     * @param formula how it is computed, in words
     * @param perCustomer the value of one customer
     */
    public record ValueMeasure(LocalizedText name, LocalizedText formula, double perCustomer) {}

    /**
     * One input of the values.
     *
     * @param name its name
     * @param number the number
     * @param unit how to write the number
     */
    public record ValueInput(LocalizedText name, double number, Unit unit) {}

    /** How to write a number. */
    public enum Unit {
        /** An amount of money. */
        MONEY,
        /** A share, in [0, 1], written as per cent. */
        SHARE,
        /** A bare number. */
        NUMBER
    }

    /**
     * What became of every row.
     *
     * @param inputs the inputs
     * @param warnings what the reader should know about them
     */
    public record DataQuality(List<Input> inputs, List<LocalizedText> warnings) {
        public DataQuality {
            inputs = List.copyOf(inputs);
            warnings = List.copyOf(warnings);
        }
    }

    /**
     * What became of the rows of one input.
     *
     * <p>Creating one throws {@link IllegalArgumentException} if the fates do not add up to the rows read.
     *
     * @param name what was read, such as "Transactions"
     * @param rowsRead how many rows
     * @param fates what became of them: every row is in exactly one
     */
    public record Input(LocalizedText name, long rowsRead, List<Fate> fates) {
        public Input {
            fates = List.copyOf(fates);
            long sum = fates.stream().mapToLong(Fate::rows).sum();
            if (sum != rowsRead) {
                throw new IllegalArgumentException(
                        "fates must add up to the " + rowsRead + " rows of " + name + ", but was " + sum);
            }
        }
    }

    /**
     * What became of some rows.
     *
     * @param label what, such as "used" or "rejected: no customer id"
     * @param rows how many
     * @param rejected whether the rows could not be used
     */
    public record Fate(LocalizedText label, long rows, boolean rejected) {}
}
