# Sourced by the scripts beside it: sets $java to a JDK 17 or newer, or ends with a sentence that says what is missing.
if [ -n "${JAVA_HOME:-}" ] && [ -x "$JAVA_HOME/bin/java" ]; then
  java=$JAVA_HOME/bin/java
else
  java=$(command -v java || :)
fi
# 1.8.0_402 -> 1, 17.0.15 -> 17, 25 -> 25
java_version=$([ -z "$java" ] || "$java" -version 2>&1 | sed -n 's/.*version "\([0-9]*\).*/\1/p' | head -n 1)
if [ -z "$java_version" ] || [ "$java_version" -lt 17 ]; then
  echo "A JDK 17 or newer is needed; found: ${java:-none}${java_version:+ (version $java_version)}. Install one, or set JAVA_HOME." >&2
  exit 1
fi
