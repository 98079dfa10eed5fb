/** What the build is made of: package name to version, from package.json. */
declare const __LIBRARIES__: Readonly<Record<string, string>>;
