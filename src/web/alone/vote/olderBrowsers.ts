const has: object = Object

/** Gives browsers of 2019 the one newer function that the cryptography calls. */
if (!('hasOwn' in has))
  Object.defineProperty(has, 'hasOwn', {
    value: (of: object, name: PropertyKey) => Object.prototype.hasOwnProperty.call(of, name),
  })
