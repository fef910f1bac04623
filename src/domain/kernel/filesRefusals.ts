/** 附件的拒绝. `name` is the file's as its sender calls it. */
export interface FilesRefusalValues {
  readonly attachmentEmpty: { readonly name: string }
  readonly fileKindRefused: { readonly name: string; readonly found: string }
  readonly fileHeic: { readonly name: string }
  readonly fileOldOffice: { readonly name: string }
  readonly fileDamaged: { readonly name: string; readonly why: string }
  readonly fileUnsafe: { readonly name: string; readonly why: string }
  readonly fileHasMacros: { readonly name: string }
  readonly filePixels: {
    readonly name: string
    readonly width: number
    readonly height: number
    readonly megapixels: number
  }
  readonly fileUnknown: { readonly name: string }
  readonly filesAway: Readonly<Record<string, never>>
}
