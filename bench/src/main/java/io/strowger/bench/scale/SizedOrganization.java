package io.strowger.bench.scale;

import io.strowger.engine.configuration.AgentConfiguration;
import io.strowger.engine.configuration.ChannelConfiguration;
import io.strowger.engine.configuration.ChannelKind;
import io.strowger.engine.configuration.OrganizationBuilder;
import io.strowger.engine.configuration.OrganizationConfiguration;
import io.strowger.engine.configuration.Requirement;
import io.strowger.engine.configuration.RuleConfiguration;
import io.strowger.engine.internal.Bytes;
import io.strowger.engine.rules.Condition;
import io.strowger.engine.rules.RuleCompiler;
import io.strowger.engine.rules.RuleSet;
import java.util.ArrayList;
import java.util.List;

/**
 * An organization whose rules read the requirements and the queue of a message from its text: bit <i>n</i> of the first two
 * bytes asks for skill <i>n</i>, the third byte is the queue's number. So few rules lead to many signatures, and their trial
 * costs the same whatever the size.
 */
final class SizedOrganization {
    /** Skills that messages can ask for, each by a rule of its own. */
    static final int SKILLS = 10;

    /** The skill that nobody has while the agents are idle. */
    static final int MISSING_SKILL = SKILLS - 1;

    /** Agents who lack no skill: where few conversations wait, so few agents must find one that they can take. */
    private static final int COMPLETE_AGENTS = 10;

    static final String CHANNEL = "chat";
    private static final int LEVEL = 50;

    private SizedOrganization() {}

    /** Agents serve all queues and hold one conversation each; most lack one of the skills. */
    static OrganizationConfiguration configuration(Size size, Work work) {
        OrganizationBuilder builder =
                new OrganizationBuilder("sized").channel(new ChannelConfiguration(CHANNEL, ChannelKind.CHAT, 1, 1));
        for (int queue = 0; queue < size.queues(); queue++) {
            builder.queue(queue(queue));
        }
        for (int skill = 0; skill < SKILLS; skill++) {
            builder.rule(new RuleConfiguration(
                    skill(skill), "bit " + skill, null, null, List.of(requirement(skill)), List.of(), true));
        }
        for (int queue = 1; queue < size.queues(); queue++) {
            builder.rule(queue(queue), "queue " + queue, queue(queue), LEVEL);
        }
        for (int agent = 0; agent < size.agents(); agent++) {
            builder.agent(new AgentConfiguration(
                    agent(agent), agent(agent), skills(agent, work), queues(agent, size.queues()), 1));
        }
        return builder.build();
    }

    /** Compiles the rules into what their words mean. */
    static RuleCompiler compiler() {
        return configuration -> {
            List<Condition> conditions = new ArrayList<>();
            for (RuleConfiguration rule : configuration.rules()) {
                String[] words = rule.condition().split(" ", 2);
                int number = Integer.parseInt(words[1]);
                conditions.add(words[0].equals("bit") ? hasBit(number) : goesTo(number));
            }
            return new RuleSet(configuration, conditions);
        };
    }

    static String agent(int number) {
        return "agent-" + number;
    }

    /** Makes a text of three bytes ask for the skills of a signature, and for a queue. */
    static void write(byte[] text, int signature, int queue) {
        text[0] = (byte) signature;
        text[1] = (byte) (signature >> Byte.SIZE);
        text[2] = (byte) queue;
    }

    private static Condition hasBit(int skill) {
        int at = skill / Byte.SIZE;
        int mask = 1 << (skill % Byte.SIZE);
        return input -> (input.message().text.at(at) & mask) != 0;
    }

    private static Condition goesTo(int queue) {
        return input -> {
            Bytes text = input.message().text;
            return text.at(2) == (byte) queue;
        };
    }

    private static List<Requirement> skills(int agent, Work work) {
        int lacked = agent < COMPLETE_AGENTS ? SKILLS : agent % (SKILLS + 1);
        List<Requirement> skills = new ArrayList<>();
        for (int skill = 0; skill < SKILLS; skill++) {
            boolean missing = work == Work.IDLE && skill == MISSING_SKILL;
            if (skill != lacked && !missing) {
                skills.add(requirement(skill));
            }
        }
        return skills;
    }

    private static List<String> queues(int agent, int queueCount) {
        List<String> served = new ArrayList<>();
        for (int offset = 0; offset < queueCount; offset++) {
            served.add(queue((agent + offset) % queueCount));
        }
        return served;
    }

    private static Requirement requirement(int skill) {
        return new Requirement(skill(skill), LEVEL);
    }

    private static String skill(int number) {
        return "skill-" + number;
    }

    private static String queue(int number) {
        return "queue-" + number;
    }
}
