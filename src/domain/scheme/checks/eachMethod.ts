import type { Component, Method } from '../component.ts'
import type { Scheme } from '../scheme.ts'
import type { FaultPath } from '../schemeFault.ts'

/** One scoring method (计分方法) and its place. */
export interface PlacedMethod<M extends Method = Method> {
  readonly component: Component
  readonly componentPath: FaultPath
  readonly method: M
  readonly path: FaultPath
}

/** Yields every scoring method (计分方法). */
export function* eachMethod(scheme: Scheme): Generator<PlacedMethod> {
  for (const [at, component] of scheme.components.entries()) {
    const componentPath = ['components', at]
    for (const [place, method] of component.methods.entries()) {
      yield { component, componentPath, method, path: [...componentPath, 'methods', place] }
    }
  }
}

/** Yields every scoring method (计分方法) of one kind. */
export function* eachMethodOf<K extends Method['kind']>(
  scheme: Scheme,
  kind: K,
): Generator<PlacedMethod<Extract<Method, { kind: K }>>> {
  for (const placed of eachMethod(scheme)) {
    if (placed.method.kind === kind) yield placed as PlacedMethod<Extract<Method, { kind: K }>>
  }
}
