import type { Component } from '../component.ts'
import type { Scheme } from '../scheme.ts'
import { type Found, found } from '../schemeFault.ts'

/** Checks tiers and methods (层级与方法): each component has exactly one method for each tier. (三（二）) */
export function* checkTiers(scheme: Scheme): Generator<Found> {
  for (const [at, component] of scheme.components.entries()) {
    for (const tier of scheme.tiers) {
      const methods = methodsFor(component, tier.id)
      if (methods === 1) continue
      const path = ['components', at, 'methods']
      const reads = [
        ['tiers', '*', 'id'],
        ['components', at, 'methods', '*', 'tiers'],
      ]
      const more = { citation: component.citation, reads }
      const values = { component: component.name, tier: tier.name }
      yield methods === 0
        ? found('noMethodForTier', path, values, more)
        : found('twoMethodsForTier', path, values, more)
    }
  }
}

function methodsFor(component: Component, tier: string): number {
  return component.methods.filter(method => method.tiers === undefined || method.tiers.includes(tier)).length
}
