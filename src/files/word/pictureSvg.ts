import type { Picture, Shape, Tone } from '../../contract/pictures/picture.ts'

/** Colours on paper: they stay apart in black and white, too. */
const COLOURS: Readonly<Record<Tone, string>> = {
  ink: '#1f2329',
  soft: '#8a9099',
  line: '#e3e5e8',
  main: '#2b6ca3',
  'mild main': '#7fa8c9',
  'mild over': '#8fb9a4',
  'mild under': '#d9a7a3',
  over: '#256b4c',
  under: '#b3261e',
}

const FONTS = "FangSong,SimSun,'Noto Serif CJK SC',serif"

/** Writes a picture as SVG, on white. */
export function pictureSvg({ width, height, shapes }: Picture): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="${FONTS}" font-size="13"><rect width="${width}" height="${height}" fill="#fff"/>${shapes.map(shapeSvg).join('')}</svg>`
}

function shapeSvg(shape: Shape): string {
  switch (shape.kind) {
    case 'line':
      return `<path d="M${shape.from.join(' ')}L${shape.to.join(' ')}" ${strokeOf(shape)}/>`
    case 'curve':
      return `<polyline points="${shape.through.join(' ')}" ${strokeOf(shape)}/>`
    case 'dot':
      return `<circle cx="${shape.at[0]}" cy="${shape.at[1]}" r="${shape.radius}" fill="${COLOURS[shape.tone]}"/>`
    case 'bar':
      return `<rect x="${shape.at[0]}" y="${shape.at[1]}" width="${shape.width}" height="${shape.height}" fill="${COLOURS[shape.tone]}"/>`
    case 'text':
      return `<text x="${shape.at[0]}" y="${shape.at[1]}" text-anchor="${shape.anchor}" fill="${COLOURS.ink}">${escape(shape.text)}</text>`
  }
}

function strokeOf({ tone, dashed }: { readonly tone: Tone; readonly dashed?: boolean }): string {
  return `fill="none" stroke="${COLOURS[tone]}" stroke-width="1.5"${dashed ? ' stroke-dasharray="5 4"' : ''}`
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
