import { polyphonic } from 'pinyin-pro'

const known = new Map<string, readonly string[]>()

/** Returns all readings of a character without tones; a letter or digit reads as itself. Loaded only when letters are typed: the dictionary is large. */
export function pinyinOf(character: string): readonly string[] {
  let syllables = known.get(character)
  if (syllables === undefined) {
    const read = polyphonic(character, { toneType: 'none', type: 'array' })[0] ?? []
    syllables = [...new Set(read.map(syllable => syllable.toLowerCase().replace('ü', 'v')))]
    known.set(character, syllables)
  }
  return syllables
}
