package io.strowger.bench;

import io.strowger.bench.batch.BatchCommand;
import io.strowger.bench.guard.GuardCommand;
import io.strowger.bench.jmh.MicroCommand;
import io.strowger.bench.net.HttpCommand;
import io.strowger.bench.net.IdleCommand;
import io.strowger.bench.net.SoakCommand;
import io.strowger.bench.net.TcpCommand;
import io.strowger.bench.peers.PeersCommand;
import io.strowger.bench.recovery.RecoveryCommand;
import io.strowger.bench.rig.LatencyCommand;
import io.strowger.bench.rig.OverloadCommand;
import io.strowger.bench.rig.SweepCommand;
import io.strowger.bench.scale.ScaleCommand;
import io.strowger.bench.theory.TheoryCommand;
import io.strowger.verticles.cli.CommandContribution;
import io.strowger.verticles.cli.Console;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;

/** Contributes {@code bench} and the benchmarks below it to {@code ./strowger}. */
public final class BenchCommands implements CommandContribution {
    @Override
    public List<Object> commands(Console console) {
        CommandSpec bench = CommandSpec.forAnnotatedObject(new BenchCommand(console));
        benchmarks(console).forEach(benchmark -> {
            CommandSpec spec = CommandSpec.forAnnotatedObject(benchmark);
            bench.addSubcommand(spec.name(), spec);
        });
        return List.of(bench);
    }

    /** The benchmarks, in the order in which the help lists them. */
    private static List<Object> benchmarks(Console console) {
        return List.of(
                new MicroCommand(console),
                new LatencyCommand(console),
                new SweepCommand(console),
                new OverloadCommand(console),
                new ScaleCommand(console),
                new RecoveryCommand(console),
                new IdleCommand(console),
                new SoakCommand(console),
                new HttpCommand(console),
                new TcpCommand(console),
                new PeersCommand(console),
                new TheoryCommand(console),
                new BatchCommand(console),
                new GuardCommand(console));
    }
}
