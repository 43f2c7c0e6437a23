package nn.checkpoint;

import com.fasterxml.jackson.annotation.JacksonInject;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.InjectableValues;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyName;
import com.fasterxml.jackson.databind.SerializationConfig;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.AnnotatedMember;
import com.fasterxml.jackson.databind.introspect.AnnotatedParameter;
import com.fasterxml.jackson.databind.introspect.NopAnnotationIntrospector;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.BeanPropertyWriter;
import com.fasterxml.jackson.databind.ser.BeanSerializerModifier;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import nn.Formerly;
import nn.Later;

/** Teaches Jackson what {@link Later} and {@link Formerly} mean. */
final class LaterComponents extends SimpleModule {

    private static final long serialVersionUID = 1L;

    @Override
    public void setupModule(SetupContext context) {
        super.setupModule(context);
        context.insertAnnotationIntrospector(new Introspector());
        context.addBeanSerializerModifier(new Modifier());
    }

    /** Says which components of a record need not be there, and which had other names. */
    private static final class Introspector extends NopAnnotationIntrospector {

        private static final long serialVersionUID = 1L;

        @Override
        public JacksonInject.Value findInjectableValue(AnnotatedMember member) {
            return component(member).filter(component -> component.isAnnotationPresent(Later.class))
                    .map(component -> JacksonInject.Value.forId(component).withUseInput(true)).orElse(null);
        }

        @Override
        public List<PropertyName> findPropertyAliases(Annotated member) {
            return component(member).filter(component -> component.isAnnotationPresent(Formerly.class))
                    .map(component -> List.of(PropertyName.construct(component.getAnnotation(Formerly.class).value()))).orElse(null);
        }

        /** The component that a parameter of a record's constructor is for. A record may have others, with fewer parameters. */
        private static Optional<RecordComponent> component(Annotated member) {
            if (!(member instanceof AnnotatedParameter parameter) || !parameter.getDeclaringClass().isRecord()) {
                return Optional.empty();
            }
            RecordComponent[] components = parameter.getDeclaringClass().getRecordComponents();
            return parameter.getOwner().getParameterCount() != components.length ? Optional.empty()
                    : Optional.of(components[parameter.getIndex()]);
        }
    }

    /** Gives the values of those that are not. */
    static final class Values extends InjectableValues.Std {

        private static final long serialVersionUID = 1L;

        @Override
        public Object findInjectableValue(DeserializationContext context, Object component, BeanProperty property, Object owner,
                Boolean optional, Boolean useInput) {
            try {
                RecordComponent absent = (RecordComponent) component;
                ObjectMapper mapper = (ObjectMapper) context.getParser().getCodec();
                return mapper.readValue(absent.getAnnotation(Later.class).value(), mapper.constructType(absent.getGenericType()));
            } catch (JsonProcessingException e) {
                throw new IllegalStateException("the value of " + component + " is no JSON", e);
            }
        }
    }

    /** Leaves out those that have the value that they have where they are missing. */
    private static final class Modifier extends BeanSerializerModifier {

        private static final long serialVersionUID = 1L;

        @Override
        public List<BeanPropertyWriter> changeProperties(SerializationConfig config, BeanDescription description,
                List<BeanPropertyWriter> writers) {
            if (description.getBeanClass().isRecord()) {
                writers.replaceAll(writer -> later(description.getBeanClass(), writer.getName())
                        .<BeanPropertyWriter>map(component -> new Writer(writer, component)).orElse(writer));
            }
            return writers;
        }

        private static Optional<RecordComponent> later(Class<?> type, String name) {
            return Arrays.stream(type.getRecordComponents())
                    .filter(component -> component.getName().equals(name) && component.isAnnotationPresent(Later.class)).findAny();
        }
    }

    /** Compares texts: to read the other value would need the half of Jackson that reads, in a start that only writes. */
    private static final class Writer extends BeanPropertyWriter {

        private static final long serialVersionUID = 1L;

        private final transient RecordComponent component;

        Writer(BeanPropertyWriter original, RecordComponent component) {
            super(original);
            this.component = component;
        }

        @Override
        public void serializeAsField(Object owner, JsonGenerator generator, SerializerProvider provider) throws Exception {
            String value = ((ObjectMapper) generator.getCodec()).writeValueAsString(get(owner));
            String absent = component.getAnnotation(Later.class).value();
            if (!value.equals(absent) && !value.equals(absent + ".0")) {
                super.serializeAsField(owner, generator, provider);
            }
        }
    }
}
