import { createRequire } from 'node:module';

/** Where a picture's letters come from. */
export interface FontChoice {
  /** Files to draw with; empty if none came with the installation. */
  readonly files: readonly string[];
  /** Whether to look through the machine's fonts, which is slow and differs from machine to machine. */
  readonly system: boolean;
}

/** Arimo (of the width of Arial) where its package is installed, so that a picture is the same on every machine; else the machine's fonts. */
export function chooseFonts(): FontChoice {
  const { resolve } = createRequire(import.meta.url);
  try {
    const files = ['400Regular/Arimo_400Regular.ttf', '700Bold/Arimo_700Bold.ttf'].map((file) =>
      resolve(`@expo-google-fonts/arimo/${file}`),
    );
    return { files, system: false };
  } catch {
    return { files: [], system: true };
  }
}
