package io.strowger.bench.guard;

import io.strowger.bench.rig.JavaProcess;
import io.strowger.bench.rig.Texts;
import io.strowger.bench.rig.ThreadMeter;
import io.strowger.engine.internal.Bytes;
import io.strowger.verticles.cli.CommandFailure;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;

/**
 * Measures the steps in a process of its own: what the compiler made of the code in one process, it may do otherwise in the
 * next. The heap and the collector are always the same, however large the machine is.
 */
final class MeasuringProcess {
    private static final List<String> HEAP = List.of("-Xms1g", "-Xmx1g");
    private static final String COST = "cost";
    private static final int FIGURES = 6;
    private static final long TEXTS_SEED = 42;

    private MeasuringProcess() {}

    /**
     * Has a process measure.
     *
     * @param directory empty, for what it writes
     * @throws CommandFailure when it does not end well
     */
    static List<StepCost> run(Path directory) {
        List<StepCost> costs = JavaProcess.run(MeasuringProcess.class, HEAP, List.of(directory.toString())).stream()
                .filter(line -> line.startsWith(COST + ' '))
                .map(MeasuringProcess::cost)
                .toList();
        if (costs.size() != Step.values().length) {
            throw CommandFailure.failed("the process that measures told the cost of " + costs.size() + " steps, not of "
                    + Step.values().length);
        }
        return costs;
    }

    /** @param arguments the directory to write into */
    public static void main(String[] arguments) {
        Texts texts = Texts.load(Texts.USUAL_BYTES, TEXTS_SEED);
        List<Bytes> all =
                LongStream.range(0, texts.count()).mapToObj(texts::text).toList();
        new Measurement(Measurement.Effort.USUAL, ThreadMeter.ofJvm(), UnaryOperator.identity())
                .run(Path.of(arguments[0]), all)
                .forEach(cost -> System.out.println(line(cost)));
    }

    static String line(StepCost cost) {
        List<String> words = new ArrayList<>(List.of(
                COST,
                cost.step().name(),
                Double.toString(cost.cpuNanos()),
                Double.toString(cost.noise()),
                Long.toString(cost.bytes()),
                Integer.toString(cost.messages())));
        cost.multiples().forEach((yardstick, multiple) -> words.add(yardstick.name() + '=' + multiple));
        return String.join(" ", words);
    }

    static StepCost cost(String line) {
        String[] words = line.split(" ");
        Map<Yardstick, Double> multiples = new EnumMap<>(Yardstick.class);
        for (int index = FIGURES; index < words.length; index++) {
            String[] multiple = words[index].split("=");
            multiples.put(Yardstick.valueOf(multiple[0]), Double.valueOf(multiple[1]));
        }
        return new StepCost(
                Step.valueOf(words[1]),
                Double.parseDouble(words[2]),
                multiples,
                Double.parseDouble(words[3]),
                Long.parseLong(words[4]),
                Integer.parseInt(words[5]));
    }
}
