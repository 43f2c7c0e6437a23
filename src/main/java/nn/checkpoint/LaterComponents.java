package nn.checkpoint;

import com.fasterxml.jackson.annotation.JacksonInject;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.InjectableValues;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyName;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.AnnotatedMember;
import com.fasterxml.jackson.databind.introspect.AnnotatedParameter;
import com.fasterxml.jackson.databind.introspect.NopAnnotationIntrospector;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.lang.reflect.RecordComponent;
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
}
