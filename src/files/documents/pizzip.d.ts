declare module 'pizzip' {
  /** Unpacks and packs a .docx for the library that fills templates. */
  export default class PizZip {
    constructor(bytes: Uint8Array)
    readonly files: Readonly<Record<string, { asText(): string }>>
    file(name: string, text: string): void
    generate(options: { readonly type: 'uint8array'; readonly compression: 'DEFLATE' }): Uint8Array
  }
}
