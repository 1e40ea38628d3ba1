package ai.jiga.store.contracts.json;

import com.fasterxml.jackson.annotation.JacksonAnnotationsInside;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// The address of a picture. One that the store keeps itself is stored as `asset:NAME` and has its address
/// on the wire alone, both ways: where the store is reached may change, what was written may not.
@JacksonAnnotationsInside
@JsonSerialize(using = PictureUrls.Writing.class)
@JsonDeserialize(using = PictureUrls.Reading.class)
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER})
public @interface PictureUrl {}
