package io.strowger.engine.rules;

import com.google.common.collect.ImmutableCollection;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.cel.common.types.CelType;
import dev.cel.common.types.CelTypeProvider;
import dev.cel.common.types.MapType;
import dev.cel.common.types.SimpleType;
import dev.cel.common.types.StructType;
import io.strowger.models.Head;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The variables of conditions and their types: the JSON names of a message and its analysis. */
@SuppressWarnings("Immutable") // its maps are filled in the constructor only
final class ConditionSchema implements CelTypeProvider {
    static final String ATTRIBUTES = "attributes";
    static final String DRAW = "draw";
    private static final String ANALYSIS = "analysis";
    private static final String CONTACT = "contact";

    private final Map<String, CelType> variables = new LinkedHashMap<>();
    private final Map<String, List<String>> fields = new LinkedHashMap<>();
    private final Map<String, CelType> types = new LinkedHashMap<>();

    ConditionSchema() {
        Map<String, CelType> heads = new LinkedHashMap<>();
        for (Head head : Head.values()) {
            Map<String, CelType> answer = new LinkedHashMap<>();
            answer.put("label", SimpleType.STRING);
            answer.put("confidence", SimpleType.DOUBLE);
            if (head == Head.SENTIMENT) {
                answer.put("score", SimpleType.DOUBLE);
            }
            heads.put(name(head), struct(ANALYSIS + "." + name(head), answer));
        }
        variables.put(ANALYSIS, struct(ANALYSIS, heads));
        Map<String, CelType> contact = new LinkedHashMap<>();
        for (MessageField field : MessageField.values()) {
            int dot = field.path().indexOf('.');
            if (dot < 0) {
                variables.put(field.path(), SimpleType.STRING);
            } else {
                contact.put(field.path().substring(dot + 1), SimpleType.STRING);
            }
        }
        variables.put(CONTACT, struct(CONTACT, contact));
        variables.put(DRAW, SimpleType.INT);
        variables.put(ATTRIBUTES, MapType.create(SimpleType.STRING, SimpleType.STRING));
    }

    /** A head's name in conditions. */
    static String name(Head head) {
        return head.name().toLowerCase(Locale.ROOT);
    }

    /** The head whose answer has that path, for example {@code analysis.intent}, or null. */
    static @Nullable Head head(String path) {
        for (Head head : Head.values()) {
            if (path.equals(ANALYSIS + "." + name(head))) {
                return head;
            }
        }
        return null;
    }

    Map<String, CelType> variables() {
        return variables;
    }

    /** The fields of the structure with that path; none when it is no structure. */
    List<String> fields(String path) {
        return fields.getOrDefault(path, List.of());
    }

    private StructType struct(String path, Map<String, CelType> members) {
        fields.put(path, List.copyOf(members.keySet()));
        StructType type = StructType.create(
                "strowger." + path,
                ImmutableSet.copyOf(members.keySet()),
                member -> Optional.ofNullable(members.get(member)));
        types.put(type.name(), type);
        return type;
    }

    @Override
    public ImmutableCollection<CelType> types() {
        return ImmutableList.copyOf(types.values());
    }

    @Override
    public Optional<CelType> findType(String typeName) {
        return Optional.ofNullable(types.get(typeName));
    }
}
