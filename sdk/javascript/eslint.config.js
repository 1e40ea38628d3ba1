import js from "@eslint/js"
import tseslint from "typescript-eslint"

export default tseslint.config(
  { ignores: ["dist", "etc", ".work", "src/generated"] },
  js.configs.recommended,
  ...tseslint.configs.strictTypeChecked,
  {
    languageOptions: {
      parserOptions: {
        projectService: true,
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      // A promise that is left alone on purpose says so with void.
      "@typescript-eslint/no-floating-promises": ["error", { ignoreIIFE: true }],
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_" }],
      "@typescript-eslint/restrict-template-expressions": [
        "error",
        { allowNumber: true, allowBoolean: true, allowNullish: true },
      ],
      "@typescript-eslint/no-confusing-void-expression": "off",
      // What an abort signal carries is the caller's, and is thrown as it is.
      "@typescript-eslint/prefer-promise-reject-errors": "off",
      "@typescript-eslint/only-throw-error": "off",
      // A newer store says what today's types do not know.
      "@typescript-eslint/no-unnecessary-condition": "off",
      // An overload that is internal is not in the package's types.
      "@typescript-eslint/unified-signatures": "off",
    },
  },
  {
    files: ["**/*.js", "**/*.mjs"],
    ...tseslint.configs.disableTypeChecked,
    languageOptions: {
      ...tseslint.configs.disableTypeChecked.languageOptions,
      globals: { process: true, console: true, URL: true },
    },
    rules: { ...tseslint.configs.disableTypeChecked.rules, "@typescript-eslint/no-dynamic-delete": "off" },
  },
  { files: ["test/**", "bench/**"], rules: { "@typescript-eslint/no-floating-promises": "off" } },
)
