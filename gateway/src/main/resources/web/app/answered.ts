/** The fields of `Mine`, all the way down, that `Api` does not have. */
type Foreign<Mine, Api> = Bare<Mine> extends readonly (infer M)[]
  ? Bare<Api> extends readonly (infer A)[] ? Foreign<M, A> : 'is a list'
  : Bare<Mine> extends object
    ? Bare<Api> extends object
      ? { [K in keyof Bare<Mine>]-?: K extends keyof Bare<Api> ? Foreign<Bare<Mine>[K], Bare<Api>[K]> : K }[keyof Bare<Mine>]
      : 'is an object'
    : never;

type Bare<T> = NonNullable<T>;

/**
 * What a panel reads of an answer, if the API answers that: a field that is in none of the generated types, however deep, makes this
 * another type, and the panel does not compile.
 */
export type Answered<Mine, Api> = [Foreign<Mine, Api>] extends [never] ? Mine : { 'The API answers no': Foreign<Mine, Api> };
