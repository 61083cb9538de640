import { createContext, use } from 'react'

/** The palettes of ships' bridges, by how dark it is around. */
export const palettes = ['day', 'dusk', 'night', 'bright'] as const

export type Palette = (typeof palettes)[number]

interface Look {
  palette: Palette
  setPalette: (palette: Palette) => void
}

export const PaletteContext = createContext<Look>({ palette: 'day', setPalette: () => undefined })

export function usePalette(): Look {
  return use(PaletteContext)
}

/** A colour of the present palette, for what is drawn on a canvas. */
export function colour(token: string): string {
  return getComputedStyle(document.documentElement).getPropertyValue(`--${token}`).trim()
}
